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

export const jobId = validate11;
const schema12 = {"type":"string"};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
validate11.errors = vErrors;
return errors === 0;
}

export const status = validate12;
const schema13 = {"type":"string","enum":["NOT_STARTED","IN_PROGRESS","COMPLETE","CANCELLED","FAILED"]};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data === "NOT_STARTED") || (data === "IN_PROGRESS")) || (data === "COMPLETE")) || (data === "CANCELLED")) || (data === "FAILED"))){
validate12.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema13.enum}}];
return false;
}
validate12.errors = vErrors;
return errors === 0;
}

export const type = validate13;
const schema14 = {"type":"string","enum":["BACKUP"]};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate13.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data === "BACKUP")){
validate13.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema14.enum}}];
return false;
}
validate13.errors = vErrors;
return errors === 0;
}

export const tenant = validate14;
const schema15 = {"type":"string"};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
validate14.errors = vErrors;
return errors === 0;
}

export const requesterName = validate15;
const schema16 = {"type":"string"};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate15.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
validate15.errors = vErrors;
return errors === 0;
}

export const fileExists = validate16;
const schema17 = {"type":"boolean"};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
validate16.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
validate16.errors = vErrors;
return errors === 0;
}

export const created = validate17;
const schema18 = {"type":"string","format":"date-time"};
const formats0 = formats["date-time"];

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats0(data))){
validate17.errors = [{instancePath,schemaPath:"#/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate17.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
validate17.errors = vErrors;
return errors === 0;
}

export const modified = validate18;
const schema19 = {"type":"string","format":"date-time"};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats0(data))){
validate18.errors = [{instancePath,schemaPath:"#/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate18.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
validate18.errors = vErrors;
return errors === 0;
}

export const completed = validate19;
const schema20 = {"type":"string","format":"date-time"};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats0(data))){
validate19.errors = [{instancePath,schemaPath:"#/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate19.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
validate19.errors = vErrors;
return errors === 0;
}

export const name = validate20;
const schema21 = {"type":"string"};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
validate20.errors = vErrors;
return errors === 0;
}

export const userCanDelete = validate21;
const schema22 = {"type":"boolean"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
validate21.errors = vErrors;
return errors === 0;
}

export const isPartial = validate22;
const schema23 = {"type":"boolean"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
validate22.errors = vErrors;
return errors === 0;
}

export const backupType = validate23;
const schema24 = {"type":"string","enum":["UPLOADED","AUTOMATED","MANUAL"]};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "UPLOADED") || (data === "AUTOMATED")) || (data === "MANUAL"))){
validate23.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema24.enum}}];
return false;
}
validate23.errors = vErrors;
return errors === 0;
}

export const objectType = validate24;
const schema25 = {"type":"string","enum":["ACCESS_PROFILE","ACCESS_REQUEST_CONFIG","ATTR_SYNC_SOURCE_CONFIG","AUTH_ORG","CAMPAIGN_FILTER","FORM_DEFINITION","GOVERNANCE_GROUP","IDENTITY_OBJECT_CONFIG","IDENTITY_PROFILE","LIFECYCLE_STATE","NOTIFICATION_TEMPLATE","PASSWORD_POLICY","PASSWORD_SYNC_GROUP","PUBLIC_IDENTITIES_CONFIG","ROLE","RULE","SEGMENT","SERVICE_DESK_INTEGRATION","SOD_POLICY","SOURCE","TAG","TRANSFORM","TRIGGER_SUBSCRIPTION","WORKFLOW"]};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((((((data === "ACCESS_PROFILE") || (data === "ACCESS_REQUEST_CONFIG")) || (data === "ATTR_SYNC_SOURCE_CONFIG")) || (data === "AUTH_ORG")) || (data === "CAMPAIGN_FILTER")) || (data === "FORM_DEFINITION")) || (data === "GOVERNANCE_GROUP")) || (data === "IDENTITY_OBJECT_CONFIG")) || (data === "IDENTITY_PROFILE")) || (data === "LIFECYCLE_STATE")) || (data === "NOTIFICATION_TEMPLATE")) || (data === "PASSWORD_POLICY")) || (data === "PASSWORD_SYNC_GROUP")) || (data === "PUBLIC_IDENTITIES_CONFIG")) || (data === "ROLE")) || (data === "RULE")) || (data === "SEGMENT")) || (data === "SERVICE_DESK_INTEGRATION")) || (data === "SOD_POLICY")) || (data === "SOURCE")) || (data === "TAG")) || (data === "TRANSFORM")) || (data === "TRIGGER_SUBSCRIPTION")) || (data === "WORKFLOW"))){
validate24.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema25.enum}}];
return false;
}
validate24.errors = vErrors;
return errors === 0;
}

export const includeTypes = validate25;
const schema26 = {"type":"array"};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(Array.isArray(data))){
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
validate25.errors = vErrors;
return errors === 0;
}

export const objectName = validate26;
const schema27 = {"type":"string"};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate26.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
validate26.errors = vErrors;
return errors === 0;
}

export const includedNames = validate27;
const schema28 = {"type":"array"};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(Array.isArray(data))){
validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
validate27.errors = vErrors;
return errors === 0;
}

export const entry = validate28;
const schema29 = {"type":"object"};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
validate28.errors = vErrors;
return errors === 0;
}

export const objectOptions = validate29;
const schema30 = {"type":"object"};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate29.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
validate29.errors = vErrors;
return errors === 0;
}

export const options = validate30;
const schema31 = {"type":["object","null"]};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema31.type}}];
return false;
}
validate30.errors = vErrors;
return errors === 0;
}

export const hydrationStatus = validate31;
const schema32 = {"type":"string","enum":["HYDRATED","NOT_HYDRATED"]};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate31.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data === "HYDRATED") || (data === "NOT_HYDRATED"))){
validate31.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema32.enum}}];
return false;
}
validate31.errors = vErrors;
return errors === 0;
}

export const totalObjectCount = validate32;
const schema33 = {"type":"integer","format":"int64"};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
validate32.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}}];
return false;
}
validate32.errors = vErrors;
return errors === 0;
}

export const cloudStorageStatus = validate33;
const schema34 = {"type":"string","enum":["SYNCED","NOT_SYNCED","SYNC_FAILED"]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "SYNCED") || (data === "NOT_SYNCED")) || (data === "SYNC_FAILED"))){
validate33.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema34.enum}}];
return false;
}
validate33.errors = vErrors;
return errors === 0;
}

export const record = validate34;
const schema35 = {"type":"object"};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
validate34.errors = vErrors;
return errors === 0;
}

