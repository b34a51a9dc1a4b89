/// WeCom's customer groups (客户群): groups of residents on WeChat that a member of the corporation owns.
///
/// The platform tells who comes and goes, and not what is said. To say something there is a task that the owner has to
/// confirm.
@NullMarked
package org.linli.channels.wecom.contact;

import org.jspecify.annotations.NullMarked;
