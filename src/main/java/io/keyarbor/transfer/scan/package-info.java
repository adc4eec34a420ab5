/** Keys that are written into source code and its history. */
package io.keyarbor.transfer.scan;
