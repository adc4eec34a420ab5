/** What tells a secret from other text, shared by the sweep and the scan. */
package io.keyarbor.transfer.detect;
