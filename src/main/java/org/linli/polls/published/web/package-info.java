/// The page on which anybody checks a published vote in the browser.
@NullMarked
package org.linli.polls.published.web;

import org.jspecify.annotations.NullMarked;
