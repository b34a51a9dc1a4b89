/// AI bots (智能机器人): the one kind of WeCom's that hears and speaks in groups, and in private too.
///
/// A message is answered in the response of its call, where the answer is there in time. Otherwise the response opens a
/// stream, for whose text the platform keeps asking; or the answer is posted to an address that came with the message,
/// once and within an hour. Nothing else reaches these groups.
@NullMarked
package org.linli.channels.wecom.bot;

import org.jspecify.annotations.NullMarked;
