package org.linli.channels.wecom.contact;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.InternalGroups;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.WecomApi;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Makes internal groups of members who are known to the same app of ours (创建群聊会话). [SendAppchat] speaks in them.
///
/// The id of a group is made of its key, so that a group that was made and not noted is found again. The platform lets
/// an app do so whose visible range is the whole corporation, and speaks of 2 to 2000 members.
@Component
class MakeAppchat implements InternalGroups {

    private static final int LONGEST_ID = 32;
    private static final int LONGEST_NAME = 50;
    private static final int MOST = 1900;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AppchatApps apps;
    private final WecomApi api;

    MakeAppchat(AppchatApps apps, WecomApi api) {
        this.apps = apps;
        this.api = api;
    }

    @Override
    public int within(CommunityId community, List<Address> people) {
        return known(community, people).map(it -> it.getValue().size()).orElse(0);
    }

    @Override
    public Mono<Address> make(CommunityId community, String key, String name, List<Address> people) {
        return Mono.justOrEmpty(
                        known(community, people).filter(it -> it.getValue().size() > 1))
                .switchIfEmpty(Mono.error(
                        () -> new SendFailure(SendFailure.Reason.MISCONFIGURED, "fewer than two members of one app")))
                .flatMap(
                        it -> made(it.getKey(), CallId.fingerprint(key).substring(0, LONGEST_ID), name, it.getValue()));
    }

    private Mono<Address> made(Caller app, String chat, String name, Set<String> members) {
        return api.post(app, "/cgi-bin/appchat/create", json(chat, name, members))
                .onErrorResume(
                        SendFailure.class,
                        refused -> api.get(app, "/cgi-bin/appchat/get", Map.of("chatid", chat))
                                .onErrorMap(_ -> refused))
                .thenReturn(Address.group(Contacts.GROUPS, app.id(), chat));
    }

    /// The app of this community that knows most of them, and whom it knows.
    private Optional<Map.Entry<Caller, Set<String>>> known(CommunityId community, List<Address> people) {
        return apps.all().stream()
                .filter(app -> app.corp().communityId().equals(community))
                .map(app -> Map.entry(app, members(app, people)))
                .max(Comparator.comparingInt(it -> it.getValue().size()));
    }

    private static Set<String> members(Caller app, List<Address> people) {
        return people.stream()
                .filter(it -> !it.isGroup()
                        && it.channel().equals(AppchatApps.APPS)
                        && it.account().equals(app.id()))
                .map(Address::id)
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String json(String chat, String name, Set<String> members) {
        return JSON.writeValueAsString(Map.of(
                "chatid",
                chat,
                "name",
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                "owner",
                members.iterator().next(),
                "userlist",
                members));
    }
}
