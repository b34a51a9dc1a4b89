package org.linli.web.groups;

import java.net.URI;
import java.util.Optional;
import org.linli.channels.JoinCodes;
import org.linli.community.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The codes by which residents join groups, from whichever platform gives them.
@Component
public class GroupCodes {

    private final ObjectProvider<JoinCodes> platforms;

    GroupCodes(ObjectProvider<JoinCodes> platforms) {
        this.platforms = platforms;
    }

    /// Where the code's picture is: made, or the one that was made. Empty where the group has none. Signals
    /// [org.linli.channels.SendFailure] and no other error.
    public Mono<URI> of(Group group) {
        return Mono.justOrEmpty(platform(group)).flatMap(it -> it.of(group.address(), group.name()));
    }

    /// Whether there can be one. Asks nobody.
    boolean gives(Group group) {
        return platform(group).isPresent();
    }

    private Optional<JoinCodes> platform(Group group) {
        return platforms.stream().filter(it -> it.gives(group.address())).findFirst();
    }
}
