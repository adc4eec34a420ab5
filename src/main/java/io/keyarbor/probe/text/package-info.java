/** Turns a template's texts into those of a request. */
package io.keyarbor.probe.text;
