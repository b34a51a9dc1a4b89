package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Audiences;
import org.linli.channels.ChannelId;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformAnswer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tags of followers, kept at the platform (用户标签管理), and lists of them, kept here.
@Component
class WechatAudiences implements Audiences {

    /// The platform takes no more of them in one call.
    private static final int A_CALL = 50;

    private static final String UNTAG = "/cgi-bin/tags/members/batchuntagging";

    private final Accounts accounts;
    private final Lists lists;
    private final WechatApi api;

    WechatAudiences(Accounts accounts, Lists lists, WechatApi api) {
        this.accounts = accounts;
        this.lists = lists;
        this.api = api;
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public Flux<Tag> tags(Account account) {
        return ours(account)
                .flatMap(it -> api.get(it, "/cgi-bin/tags/get", Map.of()))
                .flatMapIterable(answer -> answer.json().path("tags"))
                .map(WechatAudiences::tag);
    }

    @Override
    public Mono<Tag> create(Account account, String name) {
        return post(account, "/cgi-bin/tags/create", Map.of("tag", Map.of("name", name)))
                .map(answer -> tag(answer.json().path("tag")));
    }

    @Override
    public Mono<Void> rename(Account account, long tag, String name) {
        return post(account, "/cgi-bin/tags/update", Map.of("tag", Map.of("id", tag, "name", name)))
                .then();
    }

    @Override
    public Mono<Void> delete(Account account, long tag) {
        return post(account, "/cgi-bin/tags/delete", Map.of("tag", Map.of("id", tag)))
                .then();
    }

    @Override
    public Mono<Void> fill(Account account, long tag, List<Address> people) {
        return change(account, "/cgi-bin/tags/members/batchtagging", tag, openids(account, people));
    }

    @Override
    public Mono<Void> take(Account account, long tag, List<Address> people) {
        return change(account, UNTAG, tag, openids(account, people));
    }

    /// Page by page, the first one each time: those who were on it have no such tag any more.
    @Override
    public Mono<Long> empty(Account account, long tag) {
        return page(account, tag)
                .expand(openids -> openids.isEmpty()
                        ? Mono.empty()
                        : change(account, UNTAG, tag, openids).then(page(account, tag)))
                .map(openids -> (long) openids.size())
                .reduce(0L, Long::sum);
    }

    @Override
    public Address tagged(Account account, long tag) {
        return Address.group(WechatChannel.ID, account.id(), "tag-" + tag);
    }

    @Override
    public Address listed(Account account, String name) {
        return Address.group(WechatChannel.ID, account.id(), "list-" + name);
    }

    @Override
    public Mono<Address> list(Account account, String name, List<Address> people) {
        var to = listed(account, name);
        var openids = openids(account, people);
        boolean good = openids.size() >= Lists.FEWEST && openids.size() <= Lists.MOST;
        return !good || Audience.of(to).isEmpty()
                ? Mono.error(() -> new SendFailure(CONTENT_REFUSED, openids.size() + " followers, or no name"))
                : ours(account)
                        .flatMap(it -> lists.keep(it, name, openids))
                        .onErrorMap(error -> !(error instanceof SendFailure), WechatAudiences::away)
                        .thenReturn(to);
    }

    private Mono<List<String>> page(Account account, long tag) {
        return post(account, "/cgi-bin/user/tag/get", Map.of("tagid", tag, "next_openid", ""))
                .map(answer -> texts(answer.json().at("/data/openid")));
    }

    private Mono<Void> change(Account account, String path, long tag, List<String> openids) {
        return Flux.fromStream(IntStream.iterate(0, at -> at < openids.size(), at -> at + A_CALL)
                        .mapToObj(at -> openids.subList(at, Math.min(at + A_CALL, openids.size()))))
                .concatMap(some -> post(account, path, Map.of("tagid", tag, "openid_list", some)))
                .then();
    }

    private Mono<PlatformAnswer> post(Account account, String path, Map<String, ?> question) {
        return ours(account)
                .flatMap(it -> api.post(it, path, JsonMapper.shared().writeValueAsString(question)));
    }

    private Mono<WechatAccount> ours(Account account) {
        return Mono.justOrEmpty(accounts.named(account.id()))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no such account")));
    }

    /// Those who are followers of this account.
    private static List<String> openids(Account account, List<Address> people) {
        return people.stream()
                .filter(it ->
                        it.channel().equals(WechatChannel.ID) && it.account().equals(account.id()))
                .filter(it -> !it.isGroup())
                .map(Address::id)
                .distinct()
                .toList();
    }

    private static List<String> texts(JsonNode openids) {
        return openids.valueStream().map(it -> it.asString("")).toList();
    }

    private static Tag tag(JsonNode it) {
        return new Tag(
                it.path("id").asLong(0),
                it.path("name").asString(""),
                it.path("count").asLong(0));
    }

    private static SendFailure away(Throwable error) {
        return new SendFailure(UNREACHABLE, error.getClass().getSimpleName());
    }
}
