/** Tables of comma-separated values. */
package io.keyarbor.transfer.csv;
