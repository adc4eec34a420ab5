/** What scheduled tests found that a person should know. */
package io.keyarbor.ui.news;
