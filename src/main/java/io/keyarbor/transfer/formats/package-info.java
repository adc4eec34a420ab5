/** The list of all formats. */
package io.keyarbor.transfer.formats;
