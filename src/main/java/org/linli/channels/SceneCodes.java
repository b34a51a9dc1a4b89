package org.linli.channels;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Codes to be printed and hung up (带参数的二维码): whoever scans one reaches one of our accounts, which learns the scene
/// by [Content.Followed#scene] or [Content.Scanned].
public interface SceneCodes {

    ChannelId channel();

    /// The accounts of a community that can have such codes; empty where there are none.
    Flux<Account> accounts(CommunityId community);

    /// What the code of a scene has to say, made at the first time and the same for ever.
    ///
    /// Signals [SendFailure] and no other error but those of the database.
    ///
    /// @param scene 1-64 letters, digits, dashes
    /// @return an address to be drawn as a QR code; never empty
    Mono<String> content(Account account, String scene);
}
