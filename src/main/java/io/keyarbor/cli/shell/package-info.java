/** Statements that shells evaluate to set variables. */
package io.keyarbor.cli.shell;
