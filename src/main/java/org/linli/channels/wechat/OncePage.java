package org.linli.channels.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Permitted;
import org.linli.platform.database.Effects;
import org.linli.platform.secrets.Sealing;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// Asks somebody in WeChat's browser whether we may send them one message of a kind, and takes the answer. By the
/// platform's page "一次性订阅消息".
///
/// Who answers is what their browser says. Whoever names somebody else's openid makes us believe in a permission
/// that the platform then denies, no more.
@RestController
class OncePage {

    private static final String OFFICIAL = "open.weixin.qq.com";
    private static final Duration TO_ANSWER = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final Forms forms;
    private final Site site;
    private final URI asking;
    private final ReactiveStringRedisTemplate redis;
    private final Effects effects;

    OncePage(
            WechatSettings settings,
            Accounts accounts,
            Forms forms,
            Site site,
            ReactiveStringRedisTemplate redis,
            Effects effects) {
        this.accounts = accounts;
        this.forms = forms;
        this.site = site;
        this.asking = OFFICIAL.equals(settings.openBase().getHost())
                ? URI.create("https://mp.weixin.qq.com")
                : settings.openBase();
        this.redis = redis;
        this.effects = effects;
    }

    /// Who is asked for what.
    private record Asked(WechatAccount account, String letter, String template) {

        String text() {
            return account.id() + "/" + letter;
        }
    }

    /// Signals 404 where no such letter can be sent so, 503 while Redis is away.
    @GetMapping("/wechat/{account}/once/{letter}")
    Mono<ResponseEntity<Void>> ask(@PathVariable String account, @PathVariable String letter) {
        String state = Sealing.newSecret();
        return asked(account, letter)
                .delayUntil(asked -> orLater(redis.opsForValue().set(key(state), asked.text(), TO_ANSWER)))
                .map(asked -> to(question(asked, state)));
    }

    /// Signals 404 for an answer to what nobody asked, or that was given before.
    @GetMapping("/wechat/{account}/once/{letter}/answer")
    Mono<ResponseEntity<Void>> answer(
            @PathVariable String account,
            @PathVariable String letter,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String openid,
            @RequestParam(defaultValue = "") String reserved) {
        return asked(account, letter)
                .filterWhen(asked -> orLater(redis.opsForValue().getAndDelete(key(reserved)))
                        .map(asked.text()::equals)
                        .defaultIfEmpty(false))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .delayUntil(asked -> action.equals("confirm") && openid.matches("[A-Za-z0-9_-]{1,64}")
                        ? effects.commit(List.of(permitted(asked, openid)))
                        : Mono.empty())
                .map(asked -> to(URI.create(site.address(asked.account(), "/my"))));
    }

    private Mono<Asked> asked(String account, String letter) {
        return Mono.justOrEmpty(accounts.named(account))
                .filter(_ -> site.isKnown())
                .flatMap(it -> Mono.justOrEmpty(forms.once(letter).flatMap(form -> form.idIn(it)))
                        .map(template -> new Asked(it, letter, template)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Permitted permitted(Asked asked, String openid) {
        return new Permitted(
                asked.account().communityId(),
                Address.person(WechatChannel.ID, asked.account().id(), openid),
                new Content.Permits(OnceWay.grant(asked.letter()), 1, 1));
    }

    private URI question(Asked asked, String state) {
        String back = site.address(
                "/wechat/%s/once/%s/answer".formatted(asked.account().id(), asked.letter()));
        return UriComponentsBuilder.fromUri(asking)
                .path("/mp/subscribemsg")
                .queryParam("action", "get_confirm")
                .queryParam("appid", "{appid}")
                .queryParam("scene", OnceWay.scene(asked.letter()))
                .queryParam("template_id", "{template}")
                .queryParam("redirect_url", "{back}")
                .queryParam("reserved", "{state}")
                .fragment("wechat_redirect")
                .encode()
                .buildAndExpand(asked.account().appId(), asked.template(), back, state)
                .toUri();
    }

    private static <T> Mono<T> orLater(Mono<T> command) {
        return command.timeout(PATIENCE).onErrorMap(_ -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static ResponseEntity<Void> to(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND).location(address).build();
    }

    private static String key(String state) {
        return "linli:wechat:once:" + state;
    }
}
