package org.linli.channels.wecom.contact;

import static org.linli.platform.database.Columns.text;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.channels.JoinCodes;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.WecomApi;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Codes of customer groups, by the platform's page "配置客户群进群方式". When a group is full, the platform opens another
/// behind the same code.
@Component
class JoinByCode implements JoinCodes {

    private static final String PATH = "/cgi-bin/externalcontact/groupchat/";
    private static final int BY_QR_CODE = 2;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_STATE = 30;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Contacts contacts;
    private final DatabaseClient database;
    private final WecomApi api;

    JoinByCode(Contacts contacts, DatabaseClient database, WecomApi api) {
        this.contacts = contacts;
        this.database = database;
        this.api = api;
    }

    @Override
    public boolean gives(Address group) {
        return group.isGroup()
                && group.channel().equals(Contacts.GROUPS)
                && contacts.named(group.account()).isPresent();
    }

    @Override
    public Mono<URI> of(Address group, String name) {
        return Mono.justOrEmpty(contacts.named(group.account()))
                .switchIfEmpty(Mono.error(
                        () -> new SendFailure(SendFailure.Reason.MISCONFIGURED, "no customer groups of ours")))
                .flatMap(contact -> configured(contact, group.id())
                        .switchIfEmpty(Mono.defer(() -> configure(contact, group.id(), name)))
                        .flatMap(config -> picture(contact, config)));
    }

    /// Which way in was set up before. Empty before the first.
    private Mono<String> configured(Contacts.Contact contact, String chat) {
        return database.sql("select config from contact.join_ways where account = $1 and chat = $2")
                .bind("$1", contact.id())
                .bind("$2", chat)
                .map(row -> text(row, "config"))
                .one()
                .onErrorMap(JoinByCode::away);
    }

    private Mono<String> configure(Contacts.Contact contact, String chat, String name) {
        var way = Map.of(
                "scene",
                BY_QR_CODE,
                "auto_create_room",
                1,
                "room_base_name",
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                "room_base_id",
                1,
                "chat_id_list",
                List.of(chat),
                "state",
                CallId.fingerprint(chat).substring(0, LONGEST_STATE));
        return api.post(contact.caller(), PATH + "add_join_way", JSON.writeValueAsString(way))
                .map(answer -> answer.textOf("config_id"))
                .delayUntil(config -> keep(contact, chat, config));
    }

    /// Two who ask at the same moment make two ways in; both lead into the group, the first is kept.
    private Mono<Void> keep(Contacts.Contact contact, String chat, String config) {
        return database.sql(
                        "insert into contact.join_ways (account, chat, config) values ($1, $2, $3) on conflict do nothing")
                .bind("$1", contact.id())
                .bind("$2", chat)
                .bind("$3", config)
                .then()
                .onErrorMap(JoinByCode::away);
    }

    private Mono<URI> picture(Contacts.Contact contact, String config) {
        return api.post(contact.caller(), PATH + "get_join_way", JSON.writeValueAsString(Map.of("config_id", config)))
                .map(answer -> URI.create(answer.json().at("/join_way/qr_code").asString("")));
    }

    private static SendFailure away(Throwable error) {
        return new SendFailure(SendFailure.Reason.UNREACHABLE, error.getClass().getSimpleName());
    }
}
