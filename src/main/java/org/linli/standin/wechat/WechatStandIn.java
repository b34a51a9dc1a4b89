package org.linli.standin.wechat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.CallUs.Callback;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.Told;

/// WeChat, as far as one official account meets it.
public final class WechatStandIn implements StandIn {

    private final Apis apis;
    private final PlayFollower play;
    private final Seal seal;
    private final CallUs us;
    private final Clock clock;
    private volatile @Nullable Callback last;

    public WechatStandIn(Keys keys, WechatWorld world, CallUs us, Clock clock) {
        this.play = new PlayFollower(clock);
        this.seal = new Seal(keys);
        this.us = us;
        this.clock = clock;
        var afterwards =
                new Afterwards(xml -> us.with(seal.close(xml, clock.instant().getEpochSecond())), clock);
        this.apis = new Apis(keys, world, afterwards, clock);
    }

    @Override
    public String id() {
        return "wechat";
    }

    /// The access token that is given now.
    public String token() {
        return apis.tokens.current();
    }

    /// From now on only another access token is good.
    public void expireToken() {
        apis.tokens.expire();
    }

    /// From now on it gives this out under that id, to whoever has the token.
    public void hold(String media, Told answer) {
        apis.media.hold(media, answer);
    }

    /// From now on it has nothing any more of what was uploaded.
    public void forgetPictures() {
        apis.pictures.forget();
    }

    @Override
    public Optional<Told> picture(String id) {
        return apis.pictures.find(id);
    }

    /// A file as the platform sends one.
    public static Told file(String type, String name, byte[] bytes) {
        return SentMedia.file(type, name, bytes);
    }

    /// From now on the account may send this.
    public synchronized void approve(WechatWorld.Template template) {
        apis.templates.approve(template);
    }

    /// From now on the account may not send this any more.
    public synchronized void takeAway(String template) {
        apis.templates.takeAway(template);
    }

    /// Somebody follows and has just written, of which our program does not hear.
    public synchronized void meet(String openid) {
        apis.followers.meet(openid).open(Follower.Opening.MESSAGE, clock.instant());
    }

    /// Somebody has paid, after which there is no counting for two days: 客服消息 page.
    public synchronized void pay(String openid) {
        apis.followers.meet(openid).open(Follower.Opening.PAYMENT, clock.instant());
    }

    /// Somebody permits one notice of that template, of which our program does not hear.
    public synchronized void allow(String openid, String template) {
        apis.followers.meet(openid).grants.merge(template, 1, Integer::sum);
    }

    /// Somebody permits one message of that kind, of which our program does not hear.
    public synchronized void allowOnce(String openid, String template, int scene) {
        apis.followers.meet(openid).once.add(template + " " + scene);
    }

    /// Takes back all that somebody permitted.
    public synchronized void forbid(String openid) {
        apis.followers.meet(openid).grants.clear();
    }

    @Override
    public synchronized Told answer(Asked call) {
        return apis.answer(call);
    }

    @Override
    public Told refusal(long code) {
        return Codes.refused(code);
    }

    @Override
    public synchronized List<Person> people() {
        return apis.followers.all().stream().map(Follower::person).toList();
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

    private synchronized String plain(String person, String act, String text) {
        return play.xml(apis.followers.meet(person), act, text);
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
        apis.followers.meet(person).sees(words, List.of());
    }
}
