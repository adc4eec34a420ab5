package io.keyarbor.template;

/**
 * One fault of a template file.
 *
 * @param file where it was read
 * @param line 1-based, 0 if unknown
 * @param pointer JSON pointer of the faulty place
 * @param message what was found and what was expected
 */
public record TemplateFault(String file, int line, String pointer, String message) {}
