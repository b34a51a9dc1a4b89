/// Group robots (群机器人, now 消息推送): what a group is told by us, without hearing.
@NullMarked
package org.linli.channels.wecom.robot;

import org.jspecify.annotations.NullMarked;
