/** The keyring of the person's desktop, which opens when they log in. */
package io.keyarbor.platform.keyring;
