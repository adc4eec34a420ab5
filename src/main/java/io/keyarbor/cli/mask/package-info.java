/** Hides secrets in what a program prints. */
package io.keyarbor.cli.mask;
