/** What private keys and certificates tell of themselves, without their private part. */
package io.keyarbor.crypto.key;
