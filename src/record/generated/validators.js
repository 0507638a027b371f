import { isDateTime } from '../times/date-time.ts';
const formats = { 'date-time': isDateTime };
"use strict";
const validator0 = validate10;
const schema11 = {"type":"object"};

function validate10(data){
if(!(data && typeof data == "object" && !Array.isArray(data))){
return "type";
}
return undefined;
}

const validator1 = validate11;
const schema12 = {"type":"string"};

function validate11(data){
if(typeof data !== "string"){
return "type";
}
return undefined;
}

const validator2 = validate12;
const schema13 = {"type":"string","enum":["NOT_STARTED","IN_PROGRESS","COMPLETE","CANCELLED","FAILED"]};

function validate12(data){
if(typeof data !== "string"){
return "type";
}
if(!(((((data === "NOT_STARTED") || (data === "IN_PROGRESS")) || (data === "COMPLETE")) || (data === "CANCELLED")) || (data === "FAILED"))){
return "enum";
}
return undefined;
}

const validator3 = validate13;
const schema14 = {"type":"string","enum":["BACKUP"]};

function validate13(data){
if(typeof data !== "string"){
return "type";
}
if(!(data === "BACKUP")){
return "enum";
}
return undefined;
}

const validator4 = validate14;
const schema15 = {"type":"boolean"};

function validate14(data){
if(typeof data !== "boolean"){
return "type";
}
return undefined;
}

const validator5 = validate15;
const schema16 = {"type":"string","format":"date-time"};
const formats0 = formats["date-time"];

function validate15(data){
if(true){
if(true){
if(typeof data === "string"){
if(!(formats0(data))){
return "format";
}
}
else {
return "type";
}
}
}
return undefined;
}

const validator6 = validate16;
const schema17 = {"type":"string","enum":["UPLOADED","AUTOMATED","MANUAL"]};

function validate16(data){
if(typeof data !== "string"){
return "type";
}
if(!(((data === "UPLOADED") || (data === "AUTOMATED")) || (data === "MANUAL"))){
return "enum";
}
return undefined;
}

const validator7 = validate17;
const schema18 = {"type":["object","null"]};

function validate17(data){
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
return "type";
}
return undefined;
}

const validator8 = validate18;
const schema19 = {"type":"array"};

function validate18(data){
if(!(Array.isArray(data))){
return "type";
}
return undefined;
}

const validator9 = validate19;
const schema20 = {"type":"string","enum":["ACCESS_PROFILE","ACCESS_REQUEST_CONFIG","ATTR_SYNC_SOURCE_CONFIG","AUTH_ORG","CAMPAIGN_FILTER","FORM_DEFINITION","GOVERNANCE_GROUP","IDENTITY_OBJECT_CONFIG","IDENTITY_PROFILE","LIFECYCLE_STATE","NOTIFICATION_TEMPLATE","PASSWORD_POLICY","PASSWORD_SYNC_GROUP","PUBLIC_IDENTITIES_CONFIG","ROLE","RULE","SEGMENT","SERVICE_DESK_INTEGRATION","SOD_POLICY","SOURCE","TAG","TRANSFORM","TRIGGER_SUBSCRIPTION","WORKFLOW"]};

function validate19(data){
if(typeof data !== "string"){
return "type";
}
if(!((((((((((((((((((((((((data === "ACCESS_PROFILE") || (data === "ACCESS_REQUEST_CONFIG")) || (data === "ATTR_SYNC_SOURCE_CONFIG")) || (data === "AUTH_ORG")) || (data === "CAMPAIGN_FILTER")) || (data === "FORM_DEFINITION")) || (data === "GOVERNANCE_GROUP")) || (data === "IDENTITY_OBJECT_CONFIG")) || (data === "IDENTITY_PROFILE")) || (data === "LIFECYCLE_STATE")) || (data === "NOTIFICATION_TEMPLATE")) || (data === "PASSWORD_POLICY")) || (data === "PASSWORD_SYNC_GROUP")) || (data === "PUBLIC_IDENTITIES_CONFIG")) || (data === "ROLE")) || (data === "RULE")) || (data === "SEGMENT")) || (data === "SERVICE_DESK_INTEGRATION")) || (data === "SOD_POLICY")) || (data === "SOURCE")) || (data === "TAG")) || (data === "TRANSFORM")) || (data === "TRIGGER_SUBSCRIPTION")) || (data === "WORKFLOW"))){
return "enum";
}
return undefined;
}

const validator10 = validate20;
const schema21 = {"type":"string","enum":["HYDRATED","NOT_HYDRATED"]};

function validate20(data){
if(typeof data !== "string"){
return "type";
}
if(!((data === "HYDRATED") || (data === "NOT_HYDRATED"))){
return "enum";
}
return undefined;
}

const validator11 = validate21;
const schema22 = {"type":"integer","format":"int64"};

function validate21(data){
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return "type";
}
return undefined;
}

const validator12 = validate22;
const schema23 = {"type":"string","enum":["SYNCED","NOT_SYNCED","SYNC_FAILED"]};

function validate22(data){
if(typeof data !== "string"){
return "type";
}
if(!(((data === "SYNCED") || (data === "NOT_SYNCED")) || (data === "SYNC_FAILED"))){
return "enum";
}
return undefined;
}

/** By path. */
export const validators = {
  '$': validator0,
  '$schema': validator1,
  'jobId': validator1,
  'status': validator2,
  'type': validator3,
  'tenant': validator1,
  'requesterName': validator1,
  'fileExists': validator4,
  'created': validator5,
  'modified': validator5,
  'completed': validator5,
  'name': validator1,
  'userCanDelete': validator4,
  'isPartial': validator4,
  'backupType': validator6,
  'options': validator7,
  'options.includeTypes': validator8,
  'options.includeTypes[*]': validator9,
  'options.objectOptions': validator0,
  'options.objectOptions.*': validator0,
  'options.objectOptions.*.includedNames': validator8,
  'options.objectOptions.*.includedNames[*]': validator1,
  'hydrationStatus': validator10,
  'totalObjectCount': validator11,
  'cloudStorageStatus': validator12,
};
