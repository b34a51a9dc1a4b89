package org.linli.channels.wecom.contact;

import java.util.Map;
import org.linli.channels.Address;
import org.linli.channels.GroupNotices;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The notices of customer groups, as read with the groups: the platform tells them and takes none.
@Component
class PinnedNotices implements GroupNotices {

    private final Contacts contacts;
    private final CustomerGroups groups;

    PinnedNotices(Contacts contacts, CustomerGroups groups) {
        this.contacts = contacts;
        this.groups = groups;
    }

    @Override
    public Mono<Map<String, String>> of(CommunityId community) {
        var accounts = contacts.of(community).map(Contacts.Contact::id).toList();
        return groups.notices(accounts)
                .collectMap(
                        it -> Address.group(
                                        Contacts.GROUPS,
                                        it.getKey().account(),
                                        it.getKey().id())
                                .text(),
                        Map.Entry::getValue);
    }
}
