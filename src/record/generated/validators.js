import { isDateTime } from '../date-time.ts';
const formats = { 'date-time': isDateTime };
"use strict";
export const $schema = validate10;
const schema11 = {"type":"string"};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
validate10.errors = vErrors;
return errors === 0;
}

export const status = validate11;
const schema12 = {"type":"string","enum":["NOT_STARTED","IN_PROGRESS","COMPLETE","CANCELLED","FAILED"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data === "NOT_STARTED") || (data === "IN_PROGRESS")) || (data === "COMPLETE")) || (data === "CANCELLED")) || (data === "FAILED"))){
validate11.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema12.enum}}];
return false;
}
validate11.errors = vErrors;
return errors === 0;
}

export const type = validate12;
const schema13 = {"type":"string","enum":["BACKUP"]};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data === "BACKUP")){
validate12.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema13.enum}}];
return false;
}
validate12.errors = vErrors;
return errors === 0;
}

export const fileExists = validate13;
const schema14 = {"type":"boolean"};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
validate13.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
validate13.errors = vErrors;
return errors === 0;
}

export const created = validate14;
const schema15 = {"type":"string","format":"date-time"};
const formats0 = formats["date-time"];

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats0(data))){
validate14.errors = [{instancePath,schemaPath:"#/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
validate14.errors = vErrors;
return errors === 0;
}

export const backupType = validate15;
const schema16 = {"type":"string","enum":["UPLOADED","AUTOMATED","MANUAL"]};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate15.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "UPLOADED") || (data === "AUTOMATED")) || (data === "MANUAL"))){
validate15.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema16.enum}}];
return false;
}
validate15.errors = vErrors;
return errors === 0;
}

export const objectType = validate16;
const schema17 = {"type":"string","enum":["ACCESS_PROFILE","ACCESS_REQUEST_CONFIG","ATTR_SYNC_SOURCE_CONFIG","AUTH_ORG","CAMPAIGN_FILTER","FORM_DEFINITION","GOVERNANCE_GROUP","IDENTITY_OBJECT_CONFIG","IDENTITY_PROFILE","LIFECYCLE_STATE","NOTIFICATION_TEMPLATE","PASSWORD_POLICY","PASSWORD_SYNC_GROUP","PUBLIC_IDENTITIES_CONFIG","ROLE","RULE","SEGMENT","SERVICE_DESK_INTEGRATION","SOD_POLICY","SOURCE","TAG","TRANSFORM","TRIGGER_SUBSCRIPTION","WORKFLOW"]};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate16.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((((((data === "ACCESS_PROFILE") || (data === "ACCESS_REQUEST_CONFIG")) || (data === "ATTR_SYNC_SOURCE_CONFIG")) || (data === "AUTH_ORG")) || (data === "CAMPAIGN_FILTER")) || (data === "FORM_DEFINITION")) || (data === "GOVERNANCE_GROUP")) || (data === "IDENTITY_OBJECT_CONFIG")) || (data === "IDENTITY_PROFILE")) || (data === "LIFECYCLE_STATE")) || (data === "NOTIFICATION_TEMPLATE")) || (data === "PASSWORD_POLICY")) || (data === "PASSWORD_SYNC_GROUP")) || (data === "PUBLIC_IDENTITIES_CONFIG")) || (data === "ROLE")) || (data === "RULE")) || (data === "SEGMENT")) || (data === "SERVICE_DESK_INTEGRATION")) || (data === "SOD_POLICY")) || (data === "SOURCE")) || (data === "TAG")) || (data === "TRANSFORM")) || (data === "TRIGGER_SUBSCRIPTION")) || (data === "WORKFLOW"))){
validate16.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema17.enum}}];
return false;
}
validate16.errors = vErrors;
return errors === 0;
}

export const includeTypes = validate17;
const schema18 = {"type":"array"};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(Array.isArray(data))){
validate17.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
validate17.errors = vErrors;
return errors === 0;
}

export const entry = validate18;
const schema19 = {"type":"object"};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate18.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
validate18.errors = vErrors;
return errors === 0;
}

export const options = validate19;
const schema20 = {"type":["object","null"]};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate19.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema20.type}}];
return false;
}
validate19.errors = vErrors;
return errors === 0;
}

export const hydrationStatus = validate20;
const schema21 = {"type":"string","enum":["HYDRATED","NOT_HYDRATED"]};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data === "HYDRATED") || (data === "NOT_HYDRATED"))){
validate20.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema21.enum}}];
return false;
}
validate20.errors = vErrors;
return errors === 0;
}

export const totalObjectCount = validate21;
const schema22 = {"type":"integer","format":"int64"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}}];
return false;
}
validate21.errors = vErrors;
return errors === 0;
}

export const cloudStorageStatus = validate22;
const schema23 = {"type":"string","enum":["SYNCED","NOT_SYNCED","SYNC_FAILED"]};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "SYNCED") || (data === "NOT_SYNCED")) || (data === "SYNC_FAILED"))){
validate22.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema23.enum}}];
return false;
}
validate22.errors = vErrors;
return errors === 0;
}

export const jobId = $schema;
export const tenant = $schema;
export const requesterName = $schema;
export const modified = created;
export const completed = created;
export const name = $schema;
export const userCanDelete = fileExists;
export const isPartial = fileExists;
export const objectName = $schema;
export const includedNames = includeTypes;
export const objectOptions = entry;
export const record = entry;
