package org.linli.channels.wechat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.channels.Address;

/// Whom one message to many is for: everybody, all with a tag, or a list of ours.
sealed interface Audience {

    Pattern TAGGED = Pattern.compile("tag-([1-9][0-9]{0,8})");
    Pattern LISTED = Pattern.compile("list-([a-z0-9][a-z0-9-]{0,39})");

    record Everybody() implements Audience {}

    record Tagged(long tag) implements Audience {}

    record Listed(String name) implements Audience {}

    /// Empty for a person, and for groups that are none of these.
    static Optional<Audience> of(Address to) {
        if (!to.channel().equals(WechatChannel.ID) || !to.isGroup()) {
            return Optional.empty();
        }
        var tagged = TAGGED.matcher(to.id());
        if (tagged.matches()) {
            return Optional.of(new Tagged(Long.parseLong(tagged.group(1))));
        }
        var listed = LISTED.matcher(to.id());
        if (listed.matches()) {
            return Optional.of(new Listed(listed.group(1)));
        }
        return to.id().equals("all") ? Optional.of(new Everybody()) : Optional.empty();
    }
}
