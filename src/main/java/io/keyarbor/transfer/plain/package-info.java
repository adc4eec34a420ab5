/** Keyarbor's own shape of credentials, as JSON, as YAML and sealed in a bundle. */
package io.keyarbor.transfer.plain;
