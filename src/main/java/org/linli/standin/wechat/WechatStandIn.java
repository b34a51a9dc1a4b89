package org.linli.standin.wechat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.CallUs.Callback;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;

/// WeChat, as far as one official account meets it.
public final class WechatStandIn implements StandIn {

    private interface Api {
        Told answer(Asked call);
    }

    private final Followers followers;
    private final Tokens tokens;
    private final SentMedia media = new SentMedia();
    private final UploadedPictures pictures;
    private final TemplateMessages templates;
    private final PlayFollower play;
    private final Seal seal;
    private final CallUs us;
    private final Clock clock;
    private final Map<String, Api> open;
    private final Map<String, Api> withToken;
    private volatile @Nullable Callback last;

    public WechatStandIn(Keys keys, WechatWorld world, CallUs us, Clock clock) {
        this.followers = new Followers(world.followers());
        this.tokens = new Tokens(keys, clock);
        this.pictures = new UploadedPictures(Codes::refused, clock);
        this.play = new PlayFollower(clock);
        this.seal = new Seal(keys);
        this.us = us;
        this.clock = clock;
        var service = new ServiceMessages(followers, pictures, clock);
        var afterwards =
                new Afterwards(xml -> us.with(seal.close(xml, clock.instant().getEpochSecond())), clock);
        this.templates = new TemplateMessages(world, followers, afterwards, clock.millis());
        var mass = new MassMessages(followers, afterwards, clock);
        var tags = new Tags(followers);
        var menus = new Menus();
        var codes = new QrCodes();
        var signIns = new SignIns(keys, followers);
        var once = new OnceMessages(keys, followers);
        this.open = Map.of(
                "/mp/subscribemsg", once::ask,
                "/cgi-bin/stable_token", tokens::give,
                "/connect/oauth2/authorize", signIns::authorize,
                "/sns/oauth2/access_token", signIns::exchange);
        this.withToken = Map.ofEntries(
                Map.entry("/cgi-bin/message/custom/send", service::send),
                Map.entry("/cgi-bin/message/template/send", templates::template),
                Map.entry("/cgi-bin/template/get_all_private_template", templates::list),
                Map.entry("/wxaapi/newtmpl/gettemplate", templates::listSubscriptions),
                Map.entry("/cgi-bin/message/subscribe/bizsend", templates::subscription),
                Map.entry("/cgi-bin/message/template/subscribe", once::send),
                Map.entry("/cgi-bin/media/get", media::get),
                Map.entry("/cgi-bin/media/upload", pictures::upload),
                Map.entry("/cgi-bin/message/mass/sendall", mass::sendAll),
                Map.entry("/cgi-bin/message/mass/send", mass::sendToThose),
                Map.entry("/cgi-bin/tags/create", tags::create),
                Map.entry("/cgi-bin/tags/update", tags::rename),
                Map.entry("/cgi-bin/tags/delete", tags::delete),
                Map.entry("/cgi-bin/tags/get", tags::list),
                Map.entry("/cgi-bin/tags/members/batchtagging", tags::give),
                Map.entry("/cgi-bin/tags/members/batchuntagging", tags::take),
                Map.entry("/cgi-bin/user/tag/get", tags::members),
                Map.entry("/cgi-bin/menu/create", menus::create),
                Map.entry("/cgi-bin/menu/get", menus::get),
                Map.entry("/cgi-bin/menu/delete", menus::delete),
                Map.entry("/cgi-bin/qrcode/create", codes::create),
                Map.entry("/cgi-bin/ticket/getticket", _ -> ticket()));
    }

    @Override
    public String id() {
        return "wechat";
    }

    /// The access token that is given now.
    public String token() {
        return tokens.current();
    }

    /// From now on only another access token is good.
    public void expireToken() {
        tokens.expire();
    }

    /// From now on it gives this out under that id, to whoever has the token.
    public void hold(String media, Told answer) {
        this.media.hold(media, answer);
    }

    /// From now on it has nothing any more of what was uploaded.
    public void forgetPictures() {
        pictures.forget();
    }

    @Override
    public Optional<Told> picture(String id) {
        return pictures.find(id);
    }

    /// A file as the platform sends one.
    public static Told file(String type, String name, byte[] bytes) {
        return SentMedia.file(type, name, bytes);
    }

    /// From now on the account may send this.
    public synchronized void approve(WechatWorld.Template template) {
        templates.approve(template);
    }

    /// From now on the account may not send this any more.
    public synchronized void takeAway(String template) {
        templates.takeAway(template);
    }

    /// Somebody follows and has just written, of which our program does not hear.
    public synchronized void meet(String openid) {
        followers.meet(openid).open(Follower.Opening.MESSAGE, clock.instant());
    }

    /// Somebody has paid, after which there is no counting for two days: 客服消息 page.
    public synchronized void pay(String openid) {
        followers.meet(openid).open(Follower.Opening.PAYMENT, clock.instant());
    }

    /// Somebody permits one notice of that template, of which our program does not hear.
    public synchronized void allow(String openid, String template) {
        followers.meet(openid).grants.merge(template, 1, Integer::sum);
    }

    /// Somebody permits one message of that kind, of which our program does not hear.
    public synchronized void allowOnce(String openid, String template, int scene) {
        followers.meet(openid).once.add(template + " " + scene);
    }

    /// Takes back all that somebody permitted.
    public synchronized void forbid(String openid) {
        followers.meet(openid).grants.clear();
    }

    @Override
    public synchronized Told answer(Asked call) {
        Api free = open.get(call.path());
        if (free != null) {
            return free.answer(call);
        }
        Api api = withToken.get(call.path());
        if (api == null) {
            return Codes.refused(40066);
        }
        long refusal = tokens.refusal(call.parameter("access_token"));
        return refusal == 0 ? api.answer(call) : Codes.refused(refusal);
    }

    @Override
    public Told refusal(long code) {
        return Codes.refused(code);
    }

    @Override
    public synchronized List<Person> people() {
        return followers.all().stream().map(Follower::person).toList();
    }

    @Override
    public List<String> acts() {
        return PlayFollower.ACTS;
    }

    @Override
    public void play(String person, String act, String text) {
        String xml = plain(person, act, text);
        if (!xml.isEmpty()) {
            deliver(person, seal.close(xml, clock.instant().getEpochSecond()));
        }
    }

    @Override
    public void repeat() {
        Callback again = last;
        if (again != null) {
            us.with(again);
        }
    }

    private static Told ticket() {
        return Told.json(
                Map.of("errcode", 0, "errmsg", "ok", "ticket", "stand-in-js-ticket-0000000000", "expires_in", 7200));
    }

    private synchronized String plain(String person, String act, String text) {
        return play.xml(followers.meet(person), act, text);
    }

    /// Not under the lock: our program may call while it answers.
    private void deliver(String person, Callback callback) {
        last = callback;
        String words = WechatXml.wordsOf(us.with(callback));
        if (!words.isEmpty()) {
            see(person, words);
        }
    }

    private synchronized void see(String person, String words) {
        followers.meet(person).sees(words, List.of());
    }
}
