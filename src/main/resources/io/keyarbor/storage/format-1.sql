CREATE TABLE vault(
  id UUID NOT NULL,
  format INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT vault_key PRIMARY KEY(id));

COMMENT ON TABLE vault IS 'keyarbor format 1';

CREATE TABLE member(
  id UUID NOT NULL,
  kind INTEGER NOT NULL,
  profile BYTEA NOT NULL,
  kdf BYTEA NOT NULL,
  public_keys BYTEA NOT NULL,
  commitment BYTEA NOT NULL,
  private_keys BYTEA NOT NULL,
  checksum BYTEA NOT NULL,
  CONSTRAINT member_key PRIMARY KEY(id));

CREATE TABLE collection(
  id UUID NOT NULL,
  epoch INTEGER NOT NULL,
  profile BYTEA NOT NULL,
  CONSTRAINT collection_id_key PRIMARY KEY(id));

CREATE TABLE collection_key(
  collection_id UUID NOT NULL,
  epoch INTEGER NOT NULL,
  member_id UUID NOT NULL,
  kem BYTEA NOT NULL,
  sealed_keys BYTEA NOT NULL,
  granted_by UUID NOT NULL,
  signature BYTEA NOT NULL,
  CONSTRAINT collection_key_key PRIMARY KEY(collection_id, epoch, member_id));

CREATE TABLE credential(
  id UUID NOT NULL,
  collection_id UUID NOT NULL,
  epoch INTEGER NOT NULL,
  version INTEGER NOT NULL,
  name_tag BYTEA,
  meta BYTEA NOT NULL,
  updated_at BIGINT NOT NULL,
  CONSTRAINT credential_key PRIMARY KEY(id),
  CONSTRAINT credential_name UNIQUE(collection_id, name_tag));

CREATE TABLE credential_version(
  credential_id UUID NOT NULL,
  version INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  secret BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  author UUID NOT NULL,
  CONSTRAINT credential_version_key PRIMARY KEY(credential_id, version));

CREATE TABLE usage_event(
  id UUID NOT NULL,
  collection_id UUID NOT NULL,
  epoch INTEGER NOT NULL,
  credential_id UUID NOT NULL,
  sealed BYTEA NOT NULL,
  at BIGINT NOT NULL,
  CONSTRAINT usage_event_key PRIMARY KEY(id));

CREATE TABLE audit_event(
  seq BIGINT NOT NULL,
  previous BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  CONSTRAINT audit_event_key PRIMARY KEY(seq));

CREATE TABLE manifest(
  collection_id UUID NOT NULL,
  counter BIGINT NOT NULL,
  digest BYTEA NOT NULL,
  audit_head BYTEA NOT NULL,
  signer UUID NOT NULL,
  signature BYTEA NOT NULL,
  CONSTRAINT manifest_key PRIMARY KEY(collection_id));
