package org.linli.standin.wechat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Folder;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Who and what is at the platform when it is first met; in the demo by `deploy/demo/stand-in/wechat.yaml`.
public record WechatWorld(List<Somebody> followers, List<Template> templates) {

    /// @param id an openid
    public record Somebody(String id, String name) {}

    /// One that the account may send, with the content that was approved.
    public record Template(String id, String title, String content) {}

    private static final String FILE = "wechat.yaml";

    public WechatWorld(@Nullable List<Somebody> followers, @Nullable List<Template> templates) {
        this.followers = followers == null ? List.of() : List.copyOf(followers);
        this.templates = templates == null ? List.of() : List.copyOf(templates);
    }

    public static WechatWorld empty() {
        return new WechatWorld(List.of(), List.of());
    }

    /// Reads the disk: blocking, for the start.
    public static WechatWorld ofTheDemo() {
        String text = new Folder("deploy/demo/stand-in").read(FILE).getOrDefault(FILE, "{}");
        return new YAMLMapper().readValue(text, WechatWorld.class);
    }
}
