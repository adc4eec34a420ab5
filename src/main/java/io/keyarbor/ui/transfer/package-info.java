/** The windows that take credentials from files and write them to files. */
package io.keyarbor.ui.transfer;
