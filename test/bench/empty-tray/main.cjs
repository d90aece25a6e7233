// The smallest tray app that Electron makes: an icon, a menu, and an empty window that is made on a click. What ours is
// measured against. Its window is asked for as ours is; of Chromium's switches it chooses none.
const { app, BrowserWindow, Menu, screen, Tray } = require('electron');
const path = require('node:path');

const SIZE = { width: 380, height: 640 };
const MARGIN = 8;
const ICON = path.join(__dirname, '..', '..', '..', 'out', 'icons', 'healthy.png');

let tray;
let window;

app.once('ready', () => {
  Menu.setApplicationMenu(null);
  tray = new Tray(ICON);
  tray.setToolTip('Empty');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
  tray.on('click', toggle);
});

app.on('window-all-closed', () => {});

function toggle() {
  if (window?.isVisible()) window.hide();
  else if (window === undefined) open();
  else reveal();
}

function open() {
  window = new BrowserWindow({
    ...SIZE,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', reveal);
  void window.loadFile(path.join(__dirname, 'empty.html'));
}

// The same corner that ours takes.
function reveal() {
  const { workArea } = screen.getPrimaryDisplay();
  window.setBounds({ ...SIZE, x: workArea.x + workArea.width - MARGIN - SIZE.width, y: workArea.y + MARGIN });
  window.show();
  window.focus();
}
