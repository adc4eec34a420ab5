/** What 1Password writes as 1PUX. */
package io.keyarbor.transfer.onepux;
