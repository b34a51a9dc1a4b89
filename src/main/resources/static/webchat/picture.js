// Makes a picture small enough for a phone's connection.

const LARGEST_FILE = 5 * 1024 * 1024;
const SMALL_ENOUGH = 600 * 1024;
const LONGEST_SIDE = 1600;

// { data } as a data address, or { problem } as the name of its words
export async function prepared(file) {
  if (!['image/jpeg', 'image/png'].includes(file.type)) {
    return { problem: 'notAPicture' };
  }
  const small = file.size <= SMALL_ENOUGH ? file : await smaller(file);
  if (small.size > LARGEST_FILE) {
    return { problem: 'pictureTooLarge' };
  }
  return { data: await dataOf(small) };
}

async function smaller(file) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const jpeg = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
    return jpeg && jpeg.size < file.size ? jpeg : file;
  } catch {
    return file;
  }
}

function dataOf(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}
