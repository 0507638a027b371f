import { isDateTime } from '../date-time.ts';
const formats = { 'date-time': isDateTime };
"use strict";
const objectType = validate10;
const schema11 = {"type":"string","enum":["ACCESS_PROFILE","ACCESS_REQUEST_CONFIG","ATTR_SYNC_SOURCE_CONFIG","AUTH_ORG","CAMPAIGN_FILTER","FORM_DEFINITION","GOVERNANCE_GROUP","IDENTITY_OBJECT_CONFIG","IDENTITY_PROFILE","LIFECYCLE_STATE","NOTIFICATION_TEMPLATE","PASSWORD_POLICY","PASSWORD_SYNC_GROUP","PUBLIC_IDENTITIES_CONFIG","ROLE","RULE","SEGMENT","SERVICE_DESK_INTEGRATION","SOD_POLICY","SOURCE","TAG","TRANSFORM","TRIGGER_SUBSCRIPTION","WORKFLOW"]};

function validate10(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate10.errors = [{keyword:"type"}];
return false;
}
if(!((((((((((((((((((((((((data === "ACCESS_PROFILE") || (data === "ACCESS_REQUEST_CONFIG")) || (data === "ATTR_SYNC_SOURCE_CONFIG")) || (data === "AUTH_ORG")) || (data === "CAMPAIGN_FILTER")) || (data === "FORM_DEFINITION")) || (data === "GOVERNANCE_GROUP")) || (data === "IDENTITY_OBJECT_CONFIG")) || (data === "IDENTITY_PROFILE")) || (data === "LIFECYCLE_STATE")) || (data === "NOTIFICATION_TEMPLATE")) || (data === "PASSWORD_POLICY")) || (data === "PASSWORD_SYNC_GROUP")) || (data === "PUBLIC_IDENTITIES_CONFIG")) || (data === "ROLE")) || (data === "RULE")) || (data === "SEGMENT")) || (data === "SERVICE_DESK_INTEGRATION")) || (data === "SOD_POLICY")) || (data === "SOURCE")) || (data === "TAG")) || (data === "TRANSFORM")) || (data === "TRIGGER_SUBSCRIPTION")) || (data === "WORKFLOW"))){
validate10.errors = [{keyword:"enum"}];
return false;
}
validate10.errors = vErrors;
return errors === 0;
}

const record = validate11;
const schema12 = {"type":"object"};

function validate11(data){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate11.errors = [{keyword:"type"}];
return false;
}
validate11.errors = vErrors;
return errors === 0;
}

const $schema = validate12;
const schema13 = {"type":"string"};

function validate12(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate12.errors = [{keyword:"type"}];
return false;
}
validate12.errors = vErrors;
return errors === 0;
}

const status = validate13;
const schema14 = {"type":"string","enum":["NOT_STARTED","IN_PROGRESS","COMPLETE","CANCELLED","FAILED"]};

function validate13(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate13.errors = [{keyword:"type"}];
return false;
}
if(!(((((data === "NOT_STARTED") || (data === "IN_PROGRESS")) || (data === "COMPLETE")) || (data === "CANCELLED")) || (data === "FAILED"))){
validate13.errors = [{keyword:"enum"}];
return false;
}
validate13.errors = vErrors;
return errors === 0;
}

const type = validate14;
const schema15 = {"type":"string","enum":["BACKUP"]};

function validate14(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate14.errors = [{keyword:"type"}];
return false;
}
if(!(data === "BACKUP")){
validate14.errors = [{keyword:"enum"}];
return false;
}
validate14.errors = vErrors;
return errors === 0;
}

const fileExists = validate15;
const schema16 = {"type":"boolean"};

function validate15(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
validate15.errors = [{keyword:"type"}];
return false;
}
validate15.errors = vErrors;
return errors === 0;
}

const created = validate16;
const schema17 = {"type":"string","format":"date-time"};
const formats0 = formats["date-time"];

function validate16(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats0(data))){
validate16.errors = [{keyword:"format"}];
return false;
}
}
else {
validate16.errors = [{keyword:"type"}];
return false;
}
}
}
validate16.errors = vErrors;
return errors === 0;
}

const backupType = validate17;
const schema18 = {"type":"string","enum":["UPLOADED","AUTOMATED","MANUAL"]};

function validate17(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate17.errors = [{keyword:"type"}];
return false;
}
if(!(((data === "UPLOADED") || (data === "AUTOMATED")) || (data === "MANUAL"))){
validate17.errors = [{keyword:"enum"}];
return false;
}
validate17.errors = vErrors;
return errors === 0;
}

const options = validate18;
const schema19 = {"type":["object","null"]};

function validate18(data){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate18.errors = [{keyword:"type"}];
return false;
}
validate18.errors = vErrors;
return errors === 0;
}

const hydrationStatus = validate19;
const schema20 = {"type":"string","enum":["HYDRATED","NOT_HYDRATED"]};

function validate19(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate19.errors = [{keyword:"type"}];
return false;
}
if(!((data === "HYDRATED") || (data === "NOT_HYDRATED"))){
validate19.errors = [{keyword:"enum"}];
return false;
}
validate19.errors = vErrors;
return errors === 0;
}

const totalObjectCount = validate20;
const schema21 = {"type":"integer","format":"int64"};

function validate20(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
validate20.errors = [{keyword:"type"}];
return false;
}
validate20.errors = vErrors;
return errors === 0;
}

const cloudStorageStatus = validate21;
const schema22 = {"type":"string","enum":["SYNCED","NOT_SYNCED","SYNC_FAILED"]};

function validate21(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate21.errors = [{keyword:"type"}];
return false;
}
if(!(((data === "SYNCED") || (data === "NOT_SYNCED")) || (data === "SYNC_FAILED"))){
validate21.errors = [{keyword:"enum"}];
return false;
}
validate21.errors = vErrors;
return errors === 0;
}

const includeTypes = validate22;
const schema23 = {"type":"array"};

function validate22(data){
let vErrors = null;
let errors = 0;
if(!(Array.isArray(data))){
validate22.errors = [{keyword:"type"}];
return false;
}
validate22.errors = vErrors;
return errors === 0;
}

/** By the id of a place in the schema. */
export const validators = {
  objectType: objectType,
  record: record,
  $schema: $schema,
  jobId: $schema,
  status: status,
  type: type,
  tenant: $schema,
  requesterName: $schema,
  fileExists: fileExists,
  created: created,
  modified: created,
  completed: created,
  name: $schema,
  userCanDelete: fileExists,
  isPartial: fileExists,
  backupType: backupType,
  options: options,
  hydrationStatus: hydrationStatus,
  totalObjectCount: totalObjectCount,
  cloudStorageStatus: cloudStorageStatus,
  includeTypes: includeTypes,
  objectOptions: record,
  entry: record,
  includedNames: includeTypes,
  objectName: $schema,
};
