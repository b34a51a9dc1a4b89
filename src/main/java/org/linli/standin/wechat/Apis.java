package org.linli.standin.wechat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;

/// Which part of the platform answers at which path, and what each keeps. Not for several threads at once.
final class Apis {

    private interface Api {
        Told answer(Asked call);
    }

    final Followers followers;
    final Tokens tokens;
    final SentMedia media = new SentMedia();
    final UploadedPictures pictures;
    final TemplateMessages templates;
    private final Map<String, Api> open;
    private final Map<String, Api> withToken;

    Apis(Keys keys, WechatWorld world, Afterwards afterwards, Clock clock) {
        this.followers = new Followers(world.followers());
        this.tokens = new Tokens(keys, clock);
        this.pictures = new UploadedPictures(Codes::refused, clock);
        this.templates = new TemplateMessages(world, followers, afterwards, clock.millis());
        var once = new OnceMessages(keys, followers);
        this.open = openToAnybody(keys, once);
        this.withToken = new HashMap<>(messages(once, afterwards, clock));
        withToken.putAll(tags(new Tags(followers)));
        withToken.putAll(menusAndCodes(new Menus(), new QrCodes()));
    }

    Told answer(Asked call) {
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

    private Map<String, Api> openToAnybody(Keys keys, OnceMessages once) {
        var signIns = new SignIns(keys, followers);
        return Map.of(
                "/mp/subscribemsg", once::ask,
                "/cgi-bin/stable_token", tokens::give,
                "/connect/oauth2/authorize", signIns::authorize,
                "/sns/oauth2/access_token", signIns::exchange);
    }

    private Map<String, Api> messages(OnceMessages once, Afterwards afterwards, Clock clock) {
        var service = new ServiceMessages(followers, pictures, clock);
        var mass = new MassMessages(followers, afterwards, clock);
        return Map.of(
                "/cgi-bin/message/custom/send", service::send,
                "/cgi-bin/message/template/send", templates::template,
                "/cgi-bin/template/get_all_private_template", templates::list,
                "/wxaapi/newtmpl/gettemplate", templates::listSubscriptions,
                "/cgi-bin/message/subscribe/bizsend", templates::subscription,
                "/cgi-bin/message/template/subscribe", once::send,
                "/cgi-bin/media/get", media::get,
                "/cgi-bin/media/upload", pictures::upload,
                "/cgi-bin/message/mass/sendall", mass::sendAll,
                "/cgi-bin/message/mass/send", mass::sendToThose);
    }

    private static Map<String, Api> tags(Tags tags) {
        return Map.of(
                "/cgi-bin/tags/create", tags::create,
                "/cgi-bin/tags/update", tags::rename,
                "/cgi-bin/tags/delete", tags::delete,
                "/cgi-bin/tags/get", tags::list,
                "/cgi-bin/tags/members/batchtagging", tags::give,
                "/cgi-bin/tags/members/batchuntagging", tags::take,
                "/cgi-bin/user/tag/get", tags::members);
    }

    private static Map<String, Api> menusAndCodes(Menus menus, QrCodes codes) {
        return Map.of(
                "/cgi-bin/menu/create", menus::create,
                "/cgi-bin/menu/get", menus::get,
                "/cgi-bin/menu/delete", menus::delete,
                "/cgi-bin/qrcode/create", codes::create,
                "/cgi-bin/ticket/getticket", _ -> ticket());
    }

    private static Told ticket() {
        return Told.json(
                Map.of("errcode", 0, "errmsg", "ok", "ticket", "stand-in-js-ticket-0000000000", "expires_in", 7200));
    }
}
