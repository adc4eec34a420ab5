/** What Bitwarden writes as JSON, plain or sealed with a password. */
package io.keyarbor.transfer.bitwarden;
