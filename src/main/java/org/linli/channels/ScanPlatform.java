package org.linli.channels;

import java.net.URI;
import java.util.Optional;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// Lets members of an organisation prove who they are by scanning a code with the platform's app (扫码登录).
public interface ScanPlatform {

    /// Where the code is shown.
    ///
    /// @param agent number of the app that asks
    record Page(URI address, String corp, String agent) {}

    /// @param id as the organisation's address book has it
    record Member(CommunityId community, String id) {

        @Override
        public String toString() {
            return "Member[" + community + "]";
        }
    }

    /// Empty where no app of ours is set up for it.
    Optional<Page> page();

    /// Who came back with this code, which is good once. Signals [SignInRefused] and no other error.
    ///
    /// @return never empty
    Mono<Member> who(String code);
}
