package org.linli.channels.kept;

import java.util.Map;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;

/// An account that was made on a page, with its secrets.
///
/// @param id      drawn by lot, part of the webhook's address
/// @param name    as administrators call it
/// @param fields  by the names of [AccountKind#fields]; those left blank are missing
/// @param version rises with every change
public record KeptAccount(
        CommunityId community, ChannelId channel, String id, String name, Map<String, String> fields, long version) {

    public KeptAccount {
        fields = Map.copyOf(fields);
    }

    /// Empty where it was left blank.
    public String field(String field) {
        return fields.getOrDefault(field, "");
    }

    public Account account() {
        return new Account(channel, id, community);
    }

    /// The same with other fields.
    public KeptAccount with(String called, Map<String, String> others) {
        return new KeptAccount(community, channel, id, called, others, version);
    }

    @Override
    public String toString() {
        return "KeptAccount[" + channel + " " + id + "]";
    }
}
