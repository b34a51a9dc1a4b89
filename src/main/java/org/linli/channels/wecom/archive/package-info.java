/// WeCom's chat archive (会话内容存档): what is said in the groups of a corporation, with everybody's consent.
///
/// The platform gives it through a native library only. That library lives in a process of its own, a command of this
/// program that speaks JSON lines: when it crashes, this program does not.
@NullMarked
@NamedInterface("archive")
package org.linli.channels.wecom.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
