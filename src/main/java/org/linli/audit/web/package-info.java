/// The page on which administrators read, prove and take away the audit trail.
@NullMarked
package org.linli.audit.web;

import org.jspecify.annotations.NullMarked;
