/** What readers of files share: bounded input, text as characters that are wiped, drafts. */
package io.keyarbor.transfer.read;
