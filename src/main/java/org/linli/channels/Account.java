package org.linli.channels;

import org.linli.platform.database.CommunityId;

/// One of our accounts on a channel, like an official account (公众号) or an app of WeCom's.
///
/// @param id as it stands in an [Address] and in the webhook's address
public record Account(ChannelId channel, String id, CommunityId community) {

    /// Somebody who is known to one of our accounts.
    ///
    /// @param community whom the account's people belong to
    public record Person(CommunityId community, Address address) {}
}
