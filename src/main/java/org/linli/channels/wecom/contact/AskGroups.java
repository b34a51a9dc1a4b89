package org.linli.channels.wecom.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Asks the platform about customer groups, by its pages "获取客户群列表" and "获取客户群详情".
@Component
class AskGroups {

    private record Page(List<String> chats, String next) {}

    private static final int A_PAGE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WecomApi api;

    AskGroups(WecomApi api) {
        this.api = api;
    }

    /// The ids of all groups. Signals `SendFailure`.
    Mono<List<String>> all(Contacts.Contact contact) {
        return page(contact, "")
                .expand(page -> page.next().isEmpty() ? Mono.empty() : page(contact, page.next()))
                .flatMap(page -> Flux.fromIterable(page.chats()))
                .collectList();
    }

    /// Never empty. Signals `SendFailure`.
    Mono<CustomerGroups.Told> about(Contacts.Contact contact, String chat) {
        return post(contact, "get", Map.of("chat_id", chat, "need_name", 0)).map(AskGroups::told);
    }

    private Mono<Page> page(Contacts.Contact contact, String cursor) {
        var question = new HashMap<String, Object>(Map.of("limit", A_PAGE));
        if (!cursor.isEmpty()) {
            question.put("cursor", cursor);
        }
        return post(contact, "list", question)
                .map(answer -> new Page(
                        answer.json()
                                .path("group_chat_list")
                                .valueStream()
                                .map(it -> it.path("chat_id").asString(""))
                                .filter(it -> !it.isEmpty())
                                .toList(),
                        answer.textOf("next_cursor")));
    }

    private Mono<PlatformAnswer> post(Contacts.Contact contact, String what, Map<String, Object> question) {
        return api.post(
                contact.caller(), "/cgi-bin/externalcontact/groupchat/" + what, JSON.writeValueAsString(question));
    }

    private static CustomerGroups.Told told(PlatformAnswer answer) {
        var group = answer.json().path("group_chat");
        var members = group.path("member_list")
                .valueStream()
                .map(it -> it.path("userid").asString(""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
        return new CustomerGroups.Told(
                group.path("name").asString(""),
                group.path("owner").asString(""),
                group.path("notice").asString(""),
                members);
    }
}
