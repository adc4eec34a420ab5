package io.keyarbor.template;

import java.util.Map;

/**
 * A tool's config file that credentials can be taken from.
 *
 * @param path e.g. {@code ~/.aws/credentials}; {@code *} stands for any name
 * @param format {@code ini json yaml toml env netrc text docker kubeconfig}, each seen as a tree of
 *     names
 * @param each pointer to the entries, {@code *} for any name: {@code /*}; empty means that the file
 *     is one entry
 * @param fields for each field of the form the pointer to its value within an entry; {@code #}
 *     stands for the entry's own name
 * @param override the variable that names another place, empty if none: a file, a list of files as
 *     the platform separates them, or the folder that a file of this name lies in
 */
public record ConfigFile(
    String path, String format, String each, Map<String, String> fields, String override) {}
