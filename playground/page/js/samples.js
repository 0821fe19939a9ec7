// Made-up things to send: a drawn picture, a hummed voice note, and any file as the server takes it.

/** The bytes of a blob as base64. */
export async function base64(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** A hummed voice note; nobody says anything in it. */
export async function sampleVoice() {
  return (await fetch("page/data/sample-voice.oga")).blob();
}

/** A drawn evening street, marked as made up. */
export async function samplePicture() {
  const canvas = document.createElement("canvas");
  canvas.width = 960;
  canvas.height = 720;
  draw(canvas.getContext("2d"));
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
}

function draw(on) {
  const sky = on.createLinearGradient(0, 0, 0, 520);
  sky.addColorStop(0, "#2f4a66");
  sky.addColorStop(1, "#e8a87c");
  rectangle(on, sky, 0, 0, 960, 720);
  on.fillStyle = "#5d6b80"; // mountains
  polygon(on, [[0, 420], [150, 250], [270, 360], [430, 190], [600, 350], [760, 230], [960, 400], [960, 560], [0, 560]]);
  on.fillStyle = "#e9eef2";
  polygon(on, [[430, 190], [385, 240], [430, 232], [462, 250], [486, 244]]);
  rectangle(on, "#3b3f4a", 0, 520, 960, 200); // street
  for (let x = 40; x < 960; x += 160) rectangle(on, "#d9d2b4", x, 612, 80, 8);
  for (const [x, top, width] of [[40, 300, 180], [250, 360, 150], [640, 280, 210]]) {
    rectangle(on, "#27303d", x, top, width, 540 - top);
    for (let row = top + 24; row < 510; row += 46) {
      for (let column = x + 18; column < x + width - 30; column += 42) {
        rectangle(on, (row + column) % 3 ? "#f4cf7f" : "#3a4658", column, row, 22, 26);
      }
    }
  }
  rectangle(on, "#e9eef2", 430, 520, 170, 90); // a van
  rectangle(on, "#37506b", 448, 534, 60, 32);
  rectangle(on, "#37506b", 522, 534, 60, 32);
  on.fillStyle = "#16181d";
  for (const x of [466, 564]) {
    on.beginPath();
    on.arc(x, 612, 18, 0, 2 * Math.PI);
    on.fill();
  }
  on.fillStyle = "rgb(255 255 255 / 85%)";
  on.font = "600 26px system-ui, sans-serif";
  on.fillText("sample · made up", 24, 694);
}

function rectangle(on, style, x, y, width, height) {
  on.fillStyle = style;
  on.fillRect(x, y, width, height);
}

function polygon(on, points) {
  on.beginPath();
  for (const [x, y] of points) on.lineTo(x, y);
  on.closePath();
  on.fill();
}
