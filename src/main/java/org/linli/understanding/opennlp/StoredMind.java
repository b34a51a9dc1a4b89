package org.linli.understanding.opennlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import opennlp.tools.doccat.DoccatModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A model as it lies on disk: OpenNLP's models, the vocabulary and what was learnt from strangers, with a sum over
/// all.
record StoredMind(Map<Opinion, DoccatModel> models, Vocabulary vocabulary, Learnt learnt) {

    private static final long MARK = 0x4c494e4c4d494e44L;
    private static final int MOST = 1 << 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @throws IOException where it is something else, cut off or damaged
    static StoredMind read(InputStream stored) throws IOException {
        var outer = new DataInputStream(stored);
        if (outer.readLong() != MARK || outer.readInt() != IntentModel.METHOD) {
            throw new IOException("no model, or one that was learnt in another way");
        }
        long sum = outer.readLong();
        byte[] content = bytes(outer);
        if (sum != sum(content)) {
            throw new IOException("the model is damaged");
        }
        var parts = new DataInputStream(new ByteArrayInputStream(content));
        var models = new EnumMap<Opinion, DoccatModel>(Opinion.class);
        for (int left = parts.readInt(); left > 0; left--) {
            models.put(Opinion.valueOf(parts.readUTF()), new DoccatModel(new ByteArrayInputStream(bytes(parts))));
        }
        return new StoredMind(models, vocabulary(parts), learnt(bytes(parts)));
    }

    void write(OutputStream stored) throws IOException {
        byte[] content = content();
        var outer = new DataOutputStream(stored);
        outer.writeLong(MARK);
        outer.writeInt(IntentModel.METHOD);
        outer.writeLong(sum(content));
        outer.writeInt(content.length);
        outer.write(content);
        outer.flush();
    }

    private byte[] content() throws IOException {
        var content = new ByteArrayOutputStream();
        var parts = new DataOutputStream(content);
        parts.writeInt(models.size());
        for (var it : models.entrySet()) {
            var model = new ByteArrayOutputStream();
            it.getValue().serialize(model);
            parts.writeUTF(it.getKey().name());
            parts.writeInt(model.size());
            model.writeTo(parts);
        }
        parts.writeInt(vocabulary.names().length);
        for (int i = 0; i < vocabulary.names().length; i++) {
            parts.writeUTF(vocabulary.names()[i]);
            parts.writeFloat(vocabulary.loudness()[i]);
        }
        byte[] conclusions = JSON.writeValueAsBytes(learnt);
        parts.writeInt(conclusions.length);
        parts.write(conclusions);
        return content.toByteArray();
    }

    private static Vocabulary vocabulary(DataInputStream parts) throws IOException {
        int count = parts.readInt();
        String[] names = new String[count];
        float[] loudness = new float[count];
        for (int i = 0; i < count; i++) {
            names[i] = parts.readUTF();
            loudness[i] = parts.readFloat();
        }
        return new Vocabulary(names, loudness);
    }

    private static Learnt learnt(byte[] conclusions) throws IOException {
        try {
            return JSON.readValue(conclusions, Learnt.class);
        } catch (JacksonException malformed) {
            throw new IOException("what the model concludes cannot be read", malformed);
        }
    }

    private static byte[] bytes(DataInputStream from) throws IOException {
        int count = from.readInt();
        byte[] bytes = count < 0 || count > MOST ? new byte[0] : from.readNBytes(count);
        if (bytes.length != count) {
            throw new IOException("the model is cut off: %d bytes announced, %d there".formatted(count, bytes.length));
        }
        return bytes;
    }

    private static long sum(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }
}
