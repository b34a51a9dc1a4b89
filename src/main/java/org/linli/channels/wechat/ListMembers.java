package org.linli.channels.wechat;

import java.util.List;
import reactor.core.publisher.Mono;

/// Who is on a list of ours.
interface ListMembers {

    /// Their openids in a fixed order, so that a repeat is the same message. Never empty; the list may be.
    Mono<List<String>> openids(WechatAccount account, String name);
}
