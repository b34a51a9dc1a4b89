package org.linli.standin.wechat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everybody at the platform who has ever met the account.
final class Followers {

    private final Map<String, Follower> byOpenid = new LinkedHashMap<>();

    Followers(Collection<WechatWorld.Somebody> known) {
        known.forEach(it -> byOpenid.put(it.id(), new Follower(it.id(), it.name())));
    }

    synchronized List<Follower> all() {
        return List.copyOf(byOpenid.values());
    }

    synchronized Optional<Follower> find(String openid) {
        return Optional.ofNullable(byOpenid.get(openid));
    }

    /// Whoever is not known yet follows from now on.
    synchronized Follower meet(String openid) {
        return byOpenid.computeIfAbsent(openid, id -> new Follower(id, id));
    }
}
